namespace Tare.Costs;

/// <summary>Whether sharing a cache between layers counts.</summary>
public enum SharingRule
{
    /// <summary>Only layers that own a cache keep one: what a sequence costs.</summary>
    Applied = 0,

    /// <summary>Every layer counts as if it kept its own: what sharing saves is the difference.</summary>
    Ignored = 1,
}
