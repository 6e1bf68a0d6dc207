namespace Tare.Records;

/// <summary>A record of a dossier that has a name of its own and a second clock.</summary>
public interface IDossierEntry
{
    /// <summary>Stable identifier inside its list: lower-case letters, digits and hyphens.</summary>
    string Id { get; }

    /// <summary>When the dossier came to know it; <see langword="null"/> means with the dossier itself (<see cref="DossierRecord.Recorded"/>).</summary>
    PartialDate? Recorded { get; }
}
