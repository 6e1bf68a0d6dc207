namespace Tare.Dossier;

/// <summary>What a described tension is.</summary>
public enum TensionVerdict
{
    /// <summary>At least two holders take opposite stances on one proposition.</summary>
    Opposed,

    /// <summary>The sides answer different propositions, and on none are they opposed.</summary>
    CrossProposition,

    /// <summary>The sides answer one proposition and agree, or take no stance.</summary>
    NotOpposed,

    /// <summary>Fewer than two holders are left.</summary>
    OneSided,
}
