namespace Tare.Dossier;

/// <summary>What this program answered to a claim's query, on one data set.</summary>
public sealed record QueryAnswer
{
    /// <summary>The claim.</summary>
    public required string Claim { get; init; }

    /// <summary>When it was asked, UTC.</summary>
    public required DateTimeOffset AskedAt { get; init; }

    /// <summary>Digest of the data that it rests on.</summary>
    public required string DataDigest { get; init; }

    /// <summary>The number, or <see langword="null"/> where there is none.</summary>
    public double? Value { get; init; }

    /// <summary>The truth value, or <see langword="null"/> where the answer is none.</summary>
    public bool? Truth { get; init; }

    /// <summary>Lower bound of its interval, or <see langword="null"/>.</summary>
    public double? Lower { get; init; }

    /// <summary>Upper bound of its interval, or <see langword="null"/>.</summary>
    public double? Upper { get; init; }

    /// <summary>Level of the interval in (0, 1), or <see langword="null"/> where the answer states none.</summary>
    public double? Level { get; init; }

    /// <summary>What the interval contains, or <see langword="null"/> where the answer does not say.</summary>
    public string? Contains { get; init; }

    /// <summary>Unit of the number.</summary>
    public string? Unit { get; init; }

    /// <summary>Why there is no answer, or <see langword="null"/>.</summary>
    public string? Reason { get; init; }
}
