namespace Tare.Costs;

/// <summary>Whether sliding windows count.</summary>
public enum WindowRule
{
    /// <summary>A window layer keeps and reads its window only: what a sequence costs.</summary>
    Applied = 0,

    /// <summary>A window layer counts as if it attended to everything: what the window saves is the difference.</summary>
    Ignored = 1,
}
