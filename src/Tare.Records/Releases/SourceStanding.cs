namespace Tare.Records;

/// <summary>Who speaks, in the order in which sources are believed where they disagree.</summary>
public enum SourceStanding
{
    /// <summary>A decision of this project against a source, with its reason.</summary>
    Override,

    /// <summary>The model's own card.</summary>
    ModelCard,

    /// <summary>A catalogue of releases.</summary>
    Catalogue,

    /// <summary>Epoch AI's list.</summary>
    Epoch,
}
