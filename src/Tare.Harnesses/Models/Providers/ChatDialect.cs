namespace Tare.Harnesses;

/// <summary>Where servers of one protocol differ.</summary>
internal enum ChatDialect
{
    /// <summary>OpenAI itself: the largest output is <c>max_completion_tokens</c>; its reasoning models refuse the older word.</summary>
    OpenAI,

    /// <summary>Servers that speak it: the largest output is <c>max_tokens</c>, the one word that all of them know.</summary>
    Compatible,
}
