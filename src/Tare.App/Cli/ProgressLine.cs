using System.Diagnostics;
using Tare.Analysis;
using Tare.Catalogue;
using Tare.Psychometrics;

namespace Tare.App.Cli;

/// <summary>One redrawn line on standard error for work that takes over a second; silent in a pipe.</summary>
internal sealed class ProgressLine : IDisposable
{
    private const int BarWidth = 28;
    private static readonly TimeSpan s_patience = TimeSpan.FromMilliseconds(600);
    private static readonly TimeSpan s_redraw = TimeSpan.FromMilliseconds(80);
    private readonly Lock _gate = new();
    private readonly Terminal _terminal;
    private string _label;
    private int _widest;
    private readonly long _started = Stopwatch.GetTimestamp();
    private TimeSpan _drawn;
    private bool _visible;

    public ProgressLine(Terminal terminal, string label)
    {
        _terminal = terminal;
        _label = label;
    }

    private void Report(double value)
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
            var text = $"{_label} [{new string('#', filled)}{new string('.', BarWidth - filled)}] {100 * value, 3:F0} %";
            _widest = Math.Max(_widest, text.Length);
            _terminal.Error.Write("\r" + text.PadRight(_widest));
            _drawn = elapsed;
            _visible = true;
        }
    }

    /// <summary>Progress told as a count of finished steps.</summary>
    /// <param name="total">How many there are.</param>
    public IProgress<int>? Of(int total) => _terminal.ErrorIsScreen && total > 0 ? new CountProgress(this, total) : null;

    /// <summary>Progress of a report, with the name of its step.</summary>
    public IProgress<ReportProgress>? OfReport() => _terminal.ErrorIsScreen ? new StepProgress(this) : null;

    /// <summary>Progress of a download.</summary>
    public IProgress<DownloadProgress>? OfDownload() => _terminal.ErrorIsScreen ? new ByteProgress(this) : null;

    /// <summary>Progress of a fit in several dimensions: its step, and the cycle of at most so many.</summary>
    public IProgress<DimensionProgress>? OfDimensions() => _terminal.ErrorIsScreen ? new CycleProgress(this) : null;

    /// <summary>Takes the line away.</summary>
    public void Dispose()
    {
        if (_visible)
        {
            _terminal.Error.Write("\r" + new string(' ', _widest) + "\r");
        }
    }

    private sealed class CountProgress(ProgressLine line, int total) : IProgress<int>
    {
        public void Report(int value) => line.Report((double)value / total);
    }

    private sealed class StepProgress(ProgressLine line) : IProgress<ReportProgress>
    {
        public void Report(ReportProgress value)
        {
            line._label = value.Step;
            line.Report((double)value.Done / Math.Max(1, value.Total));
        }
    }

    private sealed class CycleProgress(ProgressLine line) : IProgress<DimensionProgress>
    {
        public void Report(DimensionProgress value)
        {
            line._label = FormattableString.Invariant($"{value.Step}, {value.Done} of at most {value.AtMost}");
            line.Report((double)value.Done / Math.Max(1, value.AtMost));
        }
    }

    private sealed class ByteProgress(ProgressLine line) : IProgress<DownloadProgress>
    {
        public void Report(DownloadProgress value)
        {
            line._label = value.File;
            line.Report(value.Total is > 0 and var total ? (double)value.Bytes / total : 0);
        }
    }
}
