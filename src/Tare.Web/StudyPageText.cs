namespace Tare.Web;

/// <summary>A page of its own about one study: a question, the answer in a sentence, and its figures.</summary>
/// <param name="Title">The question.</param>
/// <param name="Lead">The answer.</param>
/// <param name="Second">What a reader must know beside it; empty where nothing.</param>
/// <param name="Figures">The figures, in the order in which they are read.</param>
public sealed record StudyPageText(string Title, string Lead, string Second, IReadOnlyList<Figure> Figures);
