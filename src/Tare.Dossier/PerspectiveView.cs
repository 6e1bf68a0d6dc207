using Tare.Records;

namespace Tare.Dossier;

/// <summary>One holder on a topic page.</summary>
/// <param name="Holder">The holder, or <see langword="null"/> where the dossier has none of that name.</param>
/// <param name="HolderId">Identifier of the holder.</param>
/// <param name="Perspective">What the version says, or <see langword="null"/> where the holder fell silent.</param>
/// <param name="Evolution">How the holder moved since the version before.</param>
/// <param name="Claims">The holder's claims and how they stand.</param>
public sealed record PerspectiveView(
    Holder? Holder,
    string HolderId,
    Perspective? Perspective,
    HolderEvolution Evolution,
    IReadOnlyList<ClaimStanding> Claims
);
