using System.Collections.Immutable;

namespace Pulumi;

public static partial class Output
{
    public static Output<ImmutableArray<T>> All<T>(params Input<T>[] inputs) => All((IEnumerable<Input<T>>)inputs);

    public static Output<ImmutableArray<T>> All<T>(IEnumerable<Input<T>> inputs) => Join([.. inputs.Select(input => input.ToOutput())]);

    public static Output<ImmutableArray<T>> All<T>(params Output<T>[] outputs) => Join([.. outputs]);

    public static Output<ImmutableArray<T>> All<T>(IEnumerable<Output<T>> outputs) => Join([.. outputs]);

    private static Output<ImmutableArray<T>> Join<T>(ImmutableArray<Output<T>> parts)
    {
        return new(JoinAsync());

        async Task<OutputData<ImmutableArray<T>>> JoinAsync()
        {
            var marks = new OutputMarks();
            var values = ImmutableArray.CreateBuilder<T>(parts.Length);
            foreach (var part in parts)
            {
                values.Add(marks.Take(await part.DataTask.ConfigureAwait(false)));
            }

            return marks.Mark(values.MoveToImmutable());
        }
    }
}
