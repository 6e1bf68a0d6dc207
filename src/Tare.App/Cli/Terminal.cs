using Spectre.Console;

namespace Tare.App.Cli;

/// <summary>Where a command writes and what it knows of its surroundings: one value, so that tests can give their own.</summary>
internal sealed record Terminal
{
    private const int PipeWidth = 100;
    private const int WidestScreen = 120;
    private const int NarrowestScreen = 60;

    /// <summary>Text for people, or JSON for programs.</summary>
    public required TextWriter Out { get; init; }

    /// <summary>Progress, warnings and errors.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>Columns of the screen.</summary>
    public int Width { get; init; } = PipeWidth;

    /// <summary>Whether colours may be used on <see cref="Out"/>.</summary>
    public bool Color { get; init; }

    /// <summary>Whether <see cref="Error"/> is a screen on which a line can be redrawn.</summary>
    public bool ErrorIsScreen { get; init; }

    /// <summary>Reads a variable of the environment.</summary>
    public Func<string, string?> Variable { get; init; } = _ => null;

    /// <summary>What day it is, for what expires.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>The surroundings of this process.</summary>
    public static Terminal OfProcess()
    {
        var noColor = !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));
        return new Terminal
        {
            Out = Console.Out,
            Error = Console.Error,
            Width = Console.IsOutputRedirected ? PipeWidth : ScreenWidth(),
            Color = !Console.IsOutputRedirected && !noColor,
            ErrorIsScreen =
                !Console.IsErrorRedirected && !string.Equals(Environment.GetEnvironmentVariable("TERM"), "dumb", StringComparison.Ordinal),
            Variable = Environment.GetEnvironmentVariable,
        };
    }

    /// <summary>A console for tables and styled text on <see cref="Out"/>.</summary>
    public IAnsiConsole Styled()
    {
        var console = AnsiConsole.Create(
            new AnsiConsoleSettings
            {
                Ansi = Color ? AnsiSupport.Yes : AnsiSupport.No,
                ColorSystem = Color ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
                Interactive = InteractionSupport.No,
                Out = new AnsiConsoleOutput(Out),
            }
        );
        console.Profile.Width = Width;
        console.Profile.Capabilities.Unicode = true;
        return console;
    }

    /// <summary>A console on <see cref="Error"/> that redraws itself; only where <see cref="ErrorIsScreen"/>.</summary>
    public IAnsiConsole StyledError()
    {
        var console = AnsiConsole.Create(
            new AnsiConsoleSettings
            {
                Ansi = AnsiSupport.Yes,
                ColorSystem = ColorSystemSupport.NoColors,
                Interactive = InteractionSupport.Yes,
                Out = new AnsiConsoleOutput(Error),
            }
        );
        console.Profile.Width = Width;
        console.Profile.Capabilities.Unicode = true;
        return console;
    }

    private static int ScreenWidth() =>
        Console.WindowWidth is > 0 and var width ? Math.Clamp(width, NarrowestScreen, WidestScreen) : PipeWidth;
}
