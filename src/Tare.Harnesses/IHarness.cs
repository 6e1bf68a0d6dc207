using Tare.Records;

namespace Tare.Harnesses;

/// <summary>A program that drives a model at a task. Holds nothing of an attempt; safe for several threads.</summary>
public interface IHarness
{
    /// <summary>What it is: part of every attempt's identity.</summary>
    Harness Identity { get; }

    /// <summary>
    /// Drives the model until it is done or a budget ends. Faults of the model or the harness are results, not exceptions;
    /// only a cancellation leaves by one, and an <see cref="InputException"/> of what is below (a disk that is full), which ends the whole run.
    /// </summary>
    /// <param name="job">The attempt.</param>
    /// <param name="cancel">The person interrupts the run.</param>
    Task<AgentReport> RunAsync(AgentJob job, CancellationToken cancel = default);
}
