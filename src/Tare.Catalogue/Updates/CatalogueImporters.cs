using Tare.Records;

namespace Tare.Catalogue;

/// <summary>Reads the catalogues that others publish.</summary>
public static class CatalogueImporters
{
    /// <summary>models.dev's <c>api.json</c>: facts and prices by provider.</summary>
    /// <param name="source">The file.</param>
    /// <param name="retrieved">Day on which it was retrieved.</param>
    /// <param name="catalogue">The catalogue whose names it is joined by.</param>
    /// <exception cref="InputException">The file is not of this layout.</exception>
    public static CatalogueUpdate ModelsDev(ImportSource source, DateOnly retrieved, ReleaseCatalogue catalogue)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(catalogue);
        return new ModelsDevImporter(retrieved, catalogue).Read(source);
    }

    /// <summary>A checkout of tracked-models: parameters, regions and corrected release dates of open models.</summary>
    /// <param name="source">The folder.</param>
    /// <param name="retrieved">Day on which it was retrieved.</param>
    /// <param name="catalogue">The catalogue whose names it is joined by.</param>
    /// <exception cref="InputException">The folder is not of this layout.</exception>
    public static CatalogueUpdate TrackedModels(ImportSource source, DateOnly retrieved, ReleaseCatalogue catalogue)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(catalogue);
        return new TrackedModelsImporter(retrieved, catalogue).Read(source);
    }
}
