using Tare.Catalogue;
using Tare.Psychometrics;
using Tare.Records;

namespace Tare.App.Cli;

/// <summary>Reads a file of responses in long form, or says what is wrong with it.</summary>
internal static class Responses
{
    public static ResponseMatrix Read(string path) => Read(path, new ResponseLayout()).Data;

    /// <summary>The responses of a file whose columns have names of their own.</summary>
    /// <param name="path">The file.</param>
    /// <param name="layout">The names.</param>
    public static ReadResponses Read(string path, ResponseLayout layout)
    {
        if (!File.Exists(path))
        {
            throw Directory.Exists(path)
                ? InputException.At(
                    path,
                    "a folder that holds no run",
                    "a file of responses, or the folder of a run",
                    "'tare run ... --run DIR' makes one"
                )
                : InputException.At(path, "no such file", "a file of responses", "check the path; it is relative to the current folder");
        }

        using var reader = new StreamReader(path);
        try
        {
            return ResponseReader.Read(reader, path, layout);
        }
        catch (ResponseFormatException e)
        {
            throw new InputException(e.Message, e);
        }
    }

    /// <summary>The file with its hash.</summary>
    public static InputDigest DigestOf(string path) => Inputs.DigestOf(ImportSource.FromPath(path).Files());
}
