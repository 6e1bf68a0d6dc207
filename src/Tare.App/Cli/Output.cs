using System.CommandLine;
using System.Text.Json.Nodes;

namespace Tare.App.Cli;

/// <summary>What commands print besides their own screen.</summary>
internal static class Output
{
    /// <summary>The envelope of a result; its schema is called like the command, but for a command with results of two kinds.</summary>
    public static void Json(
        Terminal terminal,
        ParseResult parse,
        InputDigest inputs,
        IEnumerable<string> warnings,
        JsonObject result,
        string? schema = null
    ) =>
        new Envelope
        {
            Command = schema ?? string.Join('-', CommandNames(parse)),
            Arguments = [.. parse.Tokens.Select(t => t.Value)],
            Digest = inputs.Digest,
            Files = inputs.Files,
            Warnings = [.. warnings],
            Result = result,
        }.WriteTo(terminal.Out);

    /// <summary>Warnings, one line each, on standard error.</summary>
    public static void Warnings(Terminal terminal, IEnumerable<string> warnings)
    {
        foreach (var warning in warnings)
        {
            terminal.Error.WriteLine($"warning: {warning}");
        }
    }

    private static List<string> CommandNames(ParseResult parse)
    {
        var names = new List<string>();
        for (System.CommandLine.Parsing.SymbolResult? r = parse.CommandResult; r is not null; r = r.Parent)
        {
            if (r is System.CommandLine.Parsing.CommandResult { Parent: not null } c)
            {
                names.Insert(0, c.Command.Name);
            }
        }

        return names;
    }
}
