namespace Tare.Analysis;

/// <summary>A study and what runs it.</summary>
internal sealed record StudyPlan(ClaimStudy Study, Func<ClaimStudy, StudyData, CancellationToken, ClaimStudyFinding> Run);
