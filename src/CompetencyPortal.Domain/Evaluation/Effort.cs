namespace CompetencyPortal.Domain.Evaluation;

/// <summary>What a plan asks for, least first: by the cost of its credentials, then by the number of new people. Exact, and adds up and compares as one number.</summary>
internal readonly record struct Effort(Int128 Weight) : IComparable<Effort>
{
    // Leaves room for 100 million credentials of the greatest cost that a document can state.
    private const int PeopleBits = 24;
    private const decimal TenThousand = 10_000m;

    public static Effort None { get; } = new(0);

    public static Effort NewPerson { get; } = new(1);

    /// <summary>More than anything that is possible, and small enough to add to.</summary>
    public static Effort Impossible { get; } = new(Int128.MaxValue / 4);

    public bool IsPossible => Weight < Impossible.Weight / 2;

    public decimal Cost => (decimal)(Weight >> PeopleBits) / TenThousand;

    public int NewPeople => (int)(Weight & ((1 << PeopleBits) - 1));

    /// <param name="cost">At most 4 decimals.</param>
    public static Effort Of(decimal cost, int newPeople = 0) => new(((Int128)(cost * TenThousand) << PeopleBits) + newPeople);

    /// <summary>Both at once: the credentials of either, and people who serve both.</summary>
    public static Effort Together(Effort left, Effort right) =>
        left.IsPossible && right.IsPossible
            ? new((((left.Weight >> PeopleBits) + (right.Weight >> PeopleBits)) << PeopleBits) + Math.Max(left.NewPeople, right.NewPeople))
            : Impossible;

    public static Effort operator +(Effort left, Effort right) => new(left.Weight + right.Weight);

    public static Effort operator -(Effort left, Effort right) => new(left.Weight - right.Weight);

    public static Effort operator *(Effort effort, int times) => new(effort.Weight * times);

    public static bool operator <(Effort left, Effort right) => left.Weight < right.Weight;

    public static bool operator >(Effort left, Effort right) => left.Weight > right.Weight;

    public static bool operator <=(Effort left, Effort right) => left.Weight <= right.Weight;

    public static bool operator >=(Effort left, Effort right) => left.Weight >= right.Weight;

    public int CompareTo(Effort other) => Weight.CompareTo(other.Weight);
}
