namespace CompetencyPortal.Web.Features.History;

/// <summary>Changes as a reader sees them, the newest first.</summary>
/// <param name="Older">Where older changes go on; null where there are none.</param>
internal sealed record HistoryView(IReadOnlyList<HistoryOperation> Operations, long? Older);

/// <summary>What somebody changed at once.</summary>
/// <param name="At">In UTC.</param>
internal sealed record HistoryOperation(DateTime At, string Who, IReadOnlyList<HistoryChange> Changes);

/// <summary>One record that was entered, changed or removed.</summary>
/// <param name="Fields">What the sentence does not say already.</param>
internal sealed record HistoryChange(string Sentence, IReadOnlyList<HistoryField> Fields);

/// <param name="From">Null where there was no value.</param>
/// <param name="To">Null where there is no value any more.</param>
/// <param name="IsChange">Whether the record was there before and after; else only one value is of interest.</param>
internal sealed record HistoryField(string Label, HistoryValue? From, HistoryValue? To, bool IsChange);

/// <param name="IsWord">A word of the portal rather than data.</param>
internal sealed record HistoryValue(string Text, bool IsWord = false);
