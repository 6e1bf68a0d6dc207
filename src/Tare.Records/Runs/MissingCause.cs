namespace Tare.Records;

/// <summary>Why an attempt has no score. None of them is a failure of the model at the task.</summary>
public enum MissingCause
{
    /// <summary>The harness broke: it crashed, or could not be set up.</summary>
    Agent,

    /// <summary>The model gave answers that no harness could use, and a rule declared before the run says that this does not count.</summary>
    Model,

    /// <summary>The task is broken: its verifier failed or wrote no reward that can be read.</summary>
    Benchmark,

    /// <summary>The sandbox could not be started, or lacks a toolchain that the task needs.</summary>
    Sandbox,

    /// <summary>The model's provider did not answer: rate limit, fault, time-out.</summary>
    Provider,

    /// <summary>The budget ended before an attempt could be scored at all.</summary>
    Budget,

    /// <summary>The person who runs it stopped it, or a validity rule voided it.</summary>
    Operator,
}
