namespace Tare.Records;

/// <summary>What sort of thing a name stands for.</summary>
public enum NamedEntityKind
{
    /// <summary>A person.</summary>
    Person,

    /// <summary>An organisation.</summary>
    Org,

    /// <summary>A language model.</summary>
    Model,

    /// <summary>A benchmark.</summary>
    Benchmark,

    /// <summary>A harness.</summary>
    Harness,

    /// <summary>An architecture device, such as a form of attention.</summary>
    Device,
}
