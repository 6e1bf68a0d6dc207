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
        if (Directory.Exists(folder))
        {
            Directory.Move(folder, $"{folder}.start-{start.ToString(CultureInfo.InvariantCulture)}");
        }
    }

    /// <summary>Writes files, each whole or not at all.</summary>
    public void Write(params (string Name, string Text)[] files)
    {
        try
        {
            Directory.CreateDirectory(folder);
            foreach (var (name, text) in files)
            {
                DurableFile.Write(Path.Combine(folder, name), text);
            }

            DurableFile.FlushFolder(folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw DurableFile.Unwritable(folder, e);
        }
    }
}
