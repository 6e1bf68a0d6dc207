namespace Tare.Psychometrics;

/// <summary>Receives one answer: right answers and trials, both times importance.</summary>
internal delegate void AnswerVisitor(int item, double right, double trials);
