using Tare.Numerics;

namespace Tare.Psychometrics;

/// <summary>One cycle of a Markov chain whose stationary distribution is the posterior.</summary>
internal interface IManyFacetKernel
{
    /// <summary>Moves the state by one cycle.</summary>
    void Advance(GibbsState state, RandomSource random);
}
