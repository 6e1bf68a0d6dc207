namespace Tare.Psychometrics;

/// <summary>Reads an answer as k of n, without importance weights: these say what matters, not what was seen.</summary>
internal readonly ref struct FitAnswers
{
    private readonly ReadOnlySpan<byte> _right;
    private readonly ReadOnlySpan<double> _value;
    private readonly ReadOnlySpan<int> _trials;

    internal FitAnswers(ResponseMatrix data)
    {
        _right = data.Right;
        _value = _right.IsEmpty ? data.Value : [];
        _trials = data.HasTrials ? data.Trials : [];
    }

    internal (double Right, double Trials) this[int response]
    {
        get
        {
            var trials = _trials.IsEmpty ? 1 : _trials[response];
            return (_right.IsEmpty ? trials * _value[response] : _right[response], trials);
        }
    }
}
