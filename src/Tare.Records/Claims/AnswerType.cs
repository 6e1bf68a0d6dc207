namespace Tare.Records;

/// <summary>What an answer to a proposition looks like.</summary>
public enum AnswerType
{
    /// <summary>Yes or no, by degree of agreement.</summary>
    Bool,

    /// <summary>A number or range with a unit.</summary>
    Quantity,

    /// <summary>One of several named options.</summary>
    Choice,
}
