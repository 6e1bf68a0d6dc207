namespace Tare.Dossier;

/// <summary>What the answer of a query says of a claim.</summary>
public enum Verdict
{
    /// <summary>The whole interval satisfies the claim's predicate, or the answer does and has none.</summary>
    Supported,

    /// <summary>Nothing of the interval does.</summary>
    Refuted,

    /// <summary>The interval lies on both sides.</summary>
    Undecidable,

    /// <summary>The program had no answer: not identified, censored, or not computable from the data.</summary>
    NotAnswered,
}
