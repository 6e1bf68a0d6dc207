using System.Globalization;
using Tare.Runner.Journals;

namespace Tare.Runner;

/// <summary>What an attempt leaves in its folder. On disk before the journal says that it ended.</summary>
/// <param name="folder">The attempt's folder.</param>
internal sealed class AttemptFiles(string folder)
{
    /// <summary>Puts what an earlier start left beside: <c>2</c> becomes <c>2.start-1</c>.</summary>
    /// <param name="start">Number of the earlier start.</param>
    public void KeepEarlier(int start)
    {
        if (!Directory.Exists(folder))
        {
            return;
        }

        // A journal that was damaged counts starts again that have left their folder already.
        string Beside() => $"{folder}.start-{start.ToString(CultureInfo.InvariantCulture)}";
        while (Directory.Exists(Beside()))
        {
            start++;
        }

        try
        {
            Directory.Move(folder, Beside());
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw DurableFile.Unwritable(folder, e);
        }
    }

    /// <summary>Writes files, each whole or not at all.</summary>
    public void Write(params (string Name, string Text)[] files)
    {
        DurableFile.CreateFolder(folder);
        foreach (var (name, text) in files)
        {
            DurableFile.Write(Path.Combine(folder, name), text);
        }

        DurableFile.FlushFolder(folder);
    }
}
