namespace Tare.Records;

/// <summary>Where the interval of a fit comes from.</summary>
public enum UncertaintyRule
{
    /// <summary>Each draw resamples every model's scores with replacement and is put on the scale by its own anchors; percentiles.</summary>
    Bootstrap,

    /// <summary>One domain is left out at a time; the jackknife's standard error times the normal quantile.</summary>
    DomainJackknife,
}
