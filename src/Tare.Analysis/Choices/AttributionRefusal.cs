namespace Tare.Analysis;

/// <summary>A mixture of two methodologies that has no answer: the choices that it takes apart get one common share and no share of their own.</summary>
/// <param name="FromFirst">Choices that the mixture takes from the first methodology.</param>
/// <param name="FromSecond">Choices that it takes from the second.</param>
/// <param name="Reason">Why it has no answer.</param>
public sealed record AttributionRefusal(IReadOnlyList<MethodChoice> FromFirst, IReadOnlyList<MethodChoice> FromSecond, string Reason);
