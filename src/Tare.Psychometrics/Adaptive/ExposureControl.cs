namespace Tare.Psychometrics;

/// <summary>How an adaptive test keeps its most informative items from being given to everybody.</summary>
public abstract record ExposureControl
{
    private ExposureControl() { }

    /// <summary>No control: always the most informative item.</summary>
    public sealed record None : ExposureControl;

    /// <summary>One of the most informative items, each as likely (Kingsbury and Zara 1989).</summary>
    /// <param name="Among">How many of them, at least 2.</param>
    public sealed record Randomesque(int Among) : ExposureControl;

    /// <summary>
    /// Sympson and Hetter (1985): an item that was selected is given with a probability of its own, found by simulation so that no item is given
    /// to more than a share of the population.
    /// </summary>
    /// <param name="Limit">That share, in (0, 1).</param>
    public sealed record SympsonHetter(double Limit) : ExposureControl;
}
