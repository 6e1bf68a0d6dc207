namespace Tare.Records;

/// <summary>The judgement of one attempt: a score, or the cause why there is none. Missing is not zero.</summary>
public abstract record Outcome
{
    private Outcome() { }

    /// <summary>The attempt has a score.</summary>
    /// <param name="Value">The reward, in [0, 1].</param>
    public sealed record Scored(double Value) : Outcome;

    /// <summary>The attempt has no score.</summary>
    /// <param name="Cause">Whose doing it is.</param>
    /// <param name="Reason">What happened, in one line.</param>
    public sealed record Missing(MissingCause Cause, string Reason) : Outcome;
}
