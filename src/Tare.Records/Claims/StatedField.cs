namespace Tare.Records;

/// <summary>What a stated fact is about; each field is compared by its own rule.</summary>
public enum StatedField
{
    /// <summary>The licence of a model.</summary>
    Licence,

    /// <summary>The members of a family, in any order.</summary>
    Members,

    /// <summary>Who makes a thing.</summary>
    Vendor,

    /// <summary>What an abbreviation or name stands for.</summary>
    Term,

    /// <summary>What a ratio is measured against.</summary>
    Baseline,

    /// <summary>A figure.</summary>
    Number,
}
