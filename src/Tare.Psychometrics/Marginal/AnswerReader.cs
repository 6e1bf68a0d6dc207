namespace Tare.Psychometrics;

/// <summary>Reads an answer as right answers and trials, both times importance, without making columns that the matrix does not hold.</summary>
internal readonly ref struct AnswerReader
{
    private readonly ReadOnlySpan<byte> _right;
    private readonly ReadOnlySpan<double> _value;
    private readonly ReadOnlySpan<int> _trials;
    private readonly ReadOnlySpan<double> _importance;

    internal AnswerReader(ResponseMatrix data)
    {
        _right = data.Right;
        _value = _right.IsEmpty ? data.Value : [];
        _trials = data.HasTrials ? data.Trials : [];
        _importance = data.HasImportance ? data.Importance : [];
    }

    internal (double Right, double Trials) this[int response]
    {
        get
        {
            var trials = (double)(_trials.IsEmpty ? 1 : _trials[response]) * (_importance.IsEmpty ? 1 : _importance[response]);
            return (trials * (_right.IsEmpty ? _value[response] : _right[response]), trials);
        }
    }
}
