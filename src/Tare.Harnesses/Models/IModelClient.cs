using Tare.Records;

namespace Tare.Harnesses;

/// <summary>A model, as one attempt sees it.</summary>
public interface IModelClient
{
    /// <summary>Asks for one answer. Retries of faults that pass happen inside.</summary>
    /// <param name="request">The conversation.</param>
    /// <param name="cancel">Withdraws the question.</param>
    /// <exception cref="ModelFaultException">The provider gave no answer that can be used, within the deadline and after retries.</exception>
    Task<ModelAnswer> AskAsync(ModelRequest request, CancellationToken cancel = default);
}
