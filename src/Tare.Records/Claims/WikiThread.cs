namespace Tare.Records;

/// <summary>One thread of a wiki page.</summary>
public sealed record WikiThread
{
    /// <summary>What it is called.</summary>
    public required string Name { get; init; }

    /// <summary>When its content is dated.</summary>
    public PartialDate Date { get; init; } = PartialDate.Unknown;

    /// <summary>Claims in it.</summary>
    public ValueList<string> Claims { get; init; } = [];

    /// <summary>Names it mentions without a claim.</summary>
    public ValueList<string> Mentions { get; init; } = [];
}
