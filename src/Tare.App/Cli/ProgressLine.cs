using System.Diagnostics;

namespace Tare.App.Cli;

/// <summary>One redrawn line on standard error for work that takes over a second; silent in a pipe.</summary>
internal sealed class ProgressLine : IProgress<double>, IDisposable
{
    private const int BarWidth = 28;
    private static readonly TimeSpan s_patience = TimeSpan.FromMilliseconds(600);
    private static readonly TimeSpan s_redraw = TimeSpan.FromMilliseconds(80);
    private readonly Lock _gate = new();
    private readonly Terminal _terminal;
    private readonly string _label;
    private readonly long _started = Stopwatch.GetTimestamp();
    private TimeSpan _drawn;
    private bool _visible;

    public ProgressLine(Terminal terminal, string label)
    {
        _terminal = terminal;
        _label = label;
    }

    /// <summary>Shows how much is done.</summary>
    /// <param name="value">Share done, in [0, 1].</param>
    public void Report(double value)
    {
        if (!_terminal.ErrorIsScreen)
        {
            return;
        }

        lock (_gate)
        {
            var elapsed = Stopwatch.GetElapsedTime(_started);
            if (elapsed < s_patience || (elapsed - _drawn) < s_redraw)
            {
                return;
            }

            var filled = (int)(Math.Clamp(value, 0, 1) * BarWidth);
            _terminal.Error.Write($"\r{_label} [{new string('#', filled)}{new string('.', BarWidth - filled)}] {100 * value, 3:F0} %");
            _drawn = elapsed;
            _visible = true;
        }
    }

    /// <summary>Takes the line away.</summary>
    public void Dispose()
    {
        if (_visible)
        {
            _terminal.Error.Write("\r" + new string(' ', _label.Length + BarWidth + 10) + "\r");
        }
    }
}
