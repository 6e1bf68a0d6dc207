namespace Tare.Sandboxes;

/// <summary>How a guarantee is kept on this host.</summary>
public enum GuaranteeLevel
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>By looking again and again and killing the tree: the limit can be passed for a moment.</summary>
    Watched,

    /// <summary>By the kernel.</summary>
    Enforced,
}
