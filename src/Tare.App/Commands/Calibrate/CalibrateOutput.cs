using System.CommandLine;
using System.Text.Json.Nodes;
using Tare.App.Cli;

namespace Tare.App.Commands;

/// <summary>Where a calibration's result goes: a screen for people or an envelope for programs.</summary>
internal sealed record CalibrateOutput(Terminal Terminal, ParseResult Parse, InputDigest Inputs, bool Json)
{
    public void Write(IReadOnlyList<string> warnings, Func<JsonObject> json, Action<Terminal> screen)
    {
        if (Json)
        {
            Output.Json(Terminal, Parse, Inputs, warnings, json());
            return;
        }

        Output.Warnings(Terminal, warnings);
        screen(Terminal);
    }
}
