using System.Buffers;
using System.Runtime.CompilerServices;

namespace CompetencyPortal.Domain.Json;

/// <summary>Collects items in a pooled array until their number is known.</summary>
internal ref struct PooledList<T>
{
    private const int FirstCapacity = 16;

    private T[] _items;
    private int _count;

    public PooledList() => _items = ArrayPool<T>.Shared.Rent(FirstCapacity);

    public void Add(T item)
    {
        if (_count == _items.Length)
        {
            Grow();
        }

        _items[_count++] = item;
    }

    public readonly ValueList<T> ToValueList() => ValueList.Of<T>(_items.AsSpan(0, _count));

    public readonly void Dispose() => Return(_items);

    private void Grow()
    {
        var larger = ArrayPool<T>.Shared.Rent(_items.Length * 2);
        _items.CopyTo(larger, 0);
        Return(_items);
        _items = larger;
    }

    private static void Return(T[] items) =>
        ArrayPool<T>.Shared.Return(items, clearArray: RuntimeHelpers.IsReferenceOrContainsReferences<T>());
}
