namespace Tare.Psychometrics;

/// <summary>The statistical family of the items: P(right) = c + (1 - c) / (1 + e^(-a (θ - b))).</summary>
public enum ResponseModel
{
    /// <summary>a = 1, c = 0; abilities are normal with mean 0 and an estimated standard deviation. Rasch (1960).</summary>
    Rasch,

    /// <summary>One a for all items, c = 0; abilities are standard normal. The same fit as <see cref="Rasch"/> in another unit.</summary>
    OneParameter,

    /// <summary>a and b for each item, c = 0; abilities are standard normal. Birnbaum (1968).</summary>
    TwoParameter,

    /// <summary>a, b and c for each item; abilities are standard normal. Birnbaum (1968).</summary>
    ThreeParameter,
}
