namespace Tare.Records;

/// <summary>Which date counts where a model has several.</summary>
public enum DateRule
{
    /// <summary>The date that the precedence of sources puts first.</summary>
    AsListed,

    /// <summary>The earliest announcement, else the listed date.</summary>
    Announcement,

    /// <summary>The earliest release for use, else the listed date.</summary>
    Release,
}
