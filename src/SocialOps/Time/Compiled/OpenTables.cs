namespace SocialOps.Time.Compiled;

/// <summary>A calendar's tables, a block of 2^48 ticks (325.8 days) each, built when first asked for. Thread-safe; readers take no lock.</summary>
internal sealed class OpenTables(CalendarSource source)
{
    private const int BlockBits = 48;
    private readonly Lock _gate = new();
    private volatile Blocks _blocks = new(0, []);

    public static int BlockOf(long time) => (int)(time >> BlockBits);

    public static long StartOf(int block) => (long)block << BlockBits;

    public OpenTable Get(int block)
    {
        var blocks = _blocks;
        var index = block - blocks.First;
        var tables = blocks.Tables;
        return (uint)index < (uint)tables.Length && tables[index] is { } table ? table : Build(block);
    }

    private OpenTable Build(int block)
    {
        lock (_gate)
        {
            var blocks = _blocks = _blocks.Covering(block);
            return blocks.Tables[block - blocks.First] ??= new(block, BlockBits, Spans(block));
        }
    }

    private List<OpenSpan> Spans(int block)
    {
        var (from, to) = (Math.Max(Ticks.First, StartOf(block)), Math.Min(Ticks.Last, StartOf(block + 1)));
        return from < to ? source.Open(from, to) : [];
    }

    private sealed record Blocks(int First, OpenTable?[] Tables)
    {
        public Blocks Covering(int block)
        {
            if (Tables.Length == 0)
            {
                return new(block, new OpenTable?[1]);
            }

            var first = Math.Min(First, block);
            var end = Math.Max(First + Tables.Length, block + 1);
            if (end - first == Tables.Length)
            {
                return this;
            }

            var tables = new OpenTable?[end - first];
            Tables.CopyTo(tables, First - first);
            return new(first, tables);
        }
    }
}
