namespace CompetencyPortal.Domain.Evaluation;

/// <summary>
/// The cheapest way to fill all places of several staffings: person by person, over every state of the places still open. Exact.
/// </summary>
internal sealed class PlaceSearch
{
    private const short NoPattern = -1;

    /// <summary>What each type takes for each pattern may be a search of its own.</summary>
    private const long MostQuestions = 4_000;

    /// <summary>Beyond it numbers are not told apart.</summary>
    private const long Many = 1_000_000_000;

    private readonly int[] _seatPlaces;
    private readonly int[] _weights;
    private readonly Pattern[] _patterns;
    private readonly int[] _people;
    private readonly int _newPerson;
    private readonly Effort[,] _efforts;
    private readonly int _states;

    private PlaceSearch(int[] seatPlaces, int states, Pattern[] patterns, PersonTypes types, Func<int, int?[], Effort> effortOf, int places)
    {
        _seatPlaces = seatPlaces;
        _states = states;
        _weights = Weights(seatPlaces);
        _patterns = patterns;
        _newPerson = types.NewPerson;
        _efforts = new Effort[types.Count, patterns.Length];

        for (var type = 0; type < types.Count; type++)
        {
            for (var pattern = 0; pattern < patterns.Length; pattern++)
            {
                _efforts[type, pattern] = effortOf(type, patterns[pattern].Seats);
            }
        }

        // More people of one type than places are never needed.
        _people = [.. Enumerable.Range(0, types.NewPerson).SelectMany(type => Enumerable.Repeat(type, Math.Min(types.Available[type], places)))];
    }

    /// <param name="budget">How many steps the search may take; what it takes is taken off.</param>
    /// <returns>Null where the budget does not suffice.</returns>
    public static PlaceSearch? Of(
        IReadOnlyList<StaffingNode> staffings, PersonTypes types, Func<int, int?[], Effort> effortOf, int places, ref long budget)
    {
        int[] seatPlaces = [.. staffings.SelectMany(staffing => staffing.Places)];
        var states = Product(seatPlaces.Select(count => count + 1));
        var patterns = Product(staffings.Select(staffing => staffing.Places.Length + 1));
        var people = types.Available.Take(types.NewPerson).Sum(available => (long)Math.Min(available, places)) + 1;
        var steps = Product([states, patterns, people]);

        if (steps > budget || types.Count * patterns > MostQuestions)
        {
            return null;
        }

        budget -= steps;

        return new PlaceSearch(seatPlaces, (int)states, [.. Patterns(staffings)], types, effortOf, places);
    }

    /// <summary>Who sits where. There is a way: new people can take what nobody has.</summary>
    public IReadOnlyList<Placement> Placements()
    {
        var least = new Effort[_states];
        Array.Fill(least, Effort.Impossible);
        least[^1] = Effort.None;
        var taken = _people.Select(type => Seat(type, least, mayRepeat: false)).ToList();
        taken.Add(Seat(_newPerson, least, mayRepeat: true));

        return [.. Trace(taken)];
    }

    private static long Product(IEnumerable<int> factors) => Product(factors.Select(factor => (long)factor));

    private static long Product(IEnumerable<long> factors) => factors.Aggregate(1L, (product, factor) => Math.Min(Many, product * factor));

    private static IEnumerable<Pattern> Patterns(IReadOnlyList<StaffingNode> staffings)
    {
        IEnumerable<(int?[] Seats, int[] Places)> patterns = [([], [])];
        var first = 0;

        foreach (var count in staffings.Select(staffing => staffing.Seats.Count))
        {
            var start = first;
            patterns = patterns.SelectMany(pattern => Enumerable.Range(-1, count + 1)
                .Select(seat => seat < 0
                    ? ((int?[])[.. pattern.Seats, null], pattern.Places)
                    : ((int?[])[.. pattern.Seats, seat], (int[])[.. pattern.Places, start + seat]))).ToArray();
            first += count;
        }

        return patterns.Where(pattern => pattern.Places.Length > 0).Select(pattern => new Pattern(pattern.Seats, pattern.Places));
    }

    private static int[] Weights(int[] seatPlaces)
    {
        var weights = new int[seatPlaces.Length];
        var weight = 1;

        for (var seat = 0; seat < weights.Length; seat++)
        {
            weights[seat] = weight;
            weight *= seatPlaces[seat] + 1;
        }

        return weights;
    }

    // A state is how many places of each seat are open, as one number. Filling places leads to lower ones: upwards, nobody is seated twice; downwards, as often as wanted.
    private short[] Seat(int type, Effort[] least, bool mayRepeat)
    {
        var taken = new short[_states];
        Array.Fill(taken, NoPattern);

        for (var step = 0; step < _states; step++)
        {
            var state = mayRepeat ? _states - 1 - step : step;

            for (short pattern = 0; pattern < _patterns.Length && least[state].IsPossible; pattern++)
            {
                var effort = _efforts[type, pattern];

                if (effort.IsPossible && Next(state, _patterns[pattern]) is { } next && least[state] + effort < least[next])
                {
                    least[next] = least[state] + effort;
                    taken[next] = pattern;
                }
            }
        }

        return taken;
    }

    private int? Next(int state, Pattern pattern)
    {
        var next = state;

        foreach (var seat in pattern.Places)
        {
            if (state / _weights[seat] % (_seatPlaces[seat] + 1) == 0)
            {
                return null;
            }

            next -= _weights[seat];
        }

        return next;
    }

    // Back from no open places to all, the last one first.
    private IEnumerable<Placement> Trace(List<short[]> taken)
    {
        var state = 0;

        for (var person = taken.Count - 1; person >= 0; person--)
        {
            var isNew = person == _people.Length;

            while (taken[person][state] is not NoPattern and var index)
            {
                var pattern = _patterns[index];
                state += pattern.Places.Sum(seat => _weights[seat]);

                yield return new Placement(isNew ? _newPerson : _people[person], 1, pattern.Seats);

                if (!isNew)
                {
                    break;
                }
            }
        }
    }

    /// <summary>The seats that one person takes, by staffing and as places among all seats.</summary>
    private sealed record Pattern(int?[] Seats, int[] Places);
}
