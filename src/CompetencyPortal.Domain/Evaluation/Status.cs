namespace CompetencyPortal.Domain.Evaluation;

/// <summary>The three results.</summary>
public enum Status
{
    Met,
    NotMet,
    Undetermined,
}

/// <summary>Three-valued logic.</summary>
public static class StatusRules
{
    /// <summary>Not met as soon as one part is, undetermined while one part is, else met.</summary>
    public static Status All(IEnumerable<Status> parts) => Combine(parts, decisive: Status.NotMet, otherwise: Status.Met);

    /// <summary>Met as soon as one part is, undetermined while one part is, else not met.</summary>
    public static Status Any(IEnumerable<Status> parts) => Combine(parts, decisive: Status.Met, otherwise: Status.NotMet);

    private static Status Combine(IEnumerable<Status> parts, Status decisive, Status otherwise)
    {
        var combined = otherwise;

        foreach (var part in parts)
        {
            if (part == decisive)
            {
                return decisive;
            }

            combined = part == Status.Undetermined ? part : combined;
        }

        return combined;
    }
}
