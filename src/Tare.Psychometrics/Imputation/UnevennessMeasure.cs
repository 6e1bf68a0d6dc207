namespace Tare.Psychometrics;

/// <summary>What "uneven" means in a <see cref="HoldOutStudy"/>.</summary>
public enum UnevennessMeasure
{
    /// <summary>Mean-square infit of the person's responses on the benchmark: 1 is what the Rasch family expects.</summary>
    Infit,

    /// <summary>Absolute difference of the abilities that this benchmark and the others give, logits.</summary>
    BenchmarkContrast,
}
