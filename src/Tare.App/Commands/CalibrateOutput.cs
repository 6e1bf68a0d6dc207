using System.CommandLine;
using System.Text.Json.Nodes;
using Tare.App.Cli;

namespace Tare.App.Commands;

/// <summary>Where a calibration's result goes: a screen for people or an envelope for programs.</summary>
internal sealed record CalibrateOutput(Terminal Terminal, ParseResult Parse, InputDigest Inputs, bool Json, IReadOnlyList<string> Already)
{
    public void Write(IReadOnlyList<string> found, Func<JsonObject> json, Action<Terminal> screen)
    {
        IReadOnlyList<string> warnings = [.. Already, .. found];
        if (Json)
        {
            Output.Json(Terminal, Parse, Inputs, warnings, json());
            return;
        }

        Output.Warnings(Terminal, warnings);
        screen(Terminal);
    }
}
