namespace Tare.Analysis;

/// <summary>How many draws, at which level, on how many threads.</summary>
/// <param name="Draws">Bootstrap draws, not negative.</param>
/// <param name="Level">Level of the bounds, in (0, 1).</param>
/// <param name="Threads">Threads to use; 0 means one for each processor. The result does not depend on it.</param>
internal readonly record struct DrawOptions(int Draws, double Level, int Threads = 0);
