namespace Tare.Harnesses;

/// <summary>One planned model: opens a client for each attempt. Rate limits and connections are shared by all of its clients; safe for several threads.</summary>
public interface IModelProvider : IDisposable
{
    /// <summary>Opens the model for one attempt.</summary>
    /// <param name="context">The attempt.</param>
    IModelClient Open(AttemptContext context);
}
