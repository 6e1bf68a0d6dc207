namespace Tare.Harnesses;

/// <summary>Which model is asked where, for messages and spans.</summary>
/// <param name="Provider">Name by the GenAI conventions: <c>openai</c> stands for its protocol as well.</param>
/// <param name="Model">The model as the provider names it.</param>
/// <param name="BaseUrl">Where it answers.</param>
internal sealed record ProviderName(string Provider, string Model, Uri BaseUrl)
{
    public override string ToString() => $"{Model} at {BaseUrl.Authority}";
}
