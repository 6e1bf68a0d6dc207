using Tare.Records;

namespace Tare.Harnesses;

/// <summary>A model that can be asked. Retries, rate limits and deadlines of a provider are behind it.</summary>
public interface IModelClient
{
    /// <summary>Asks once and returns the finished answer.</summary>
    /// <param name="request">The whole conversation and the tools.</param>
    /// <param name="cancel">Ends the wait.</param>
    /// <exception cref="ModelFaultException">No answer came, after all retries; the exception says whose doing it is.</exception>
    Task<ModelAnswer> AskAsync(ModelRequest request, CancellationToken cancel);
}
