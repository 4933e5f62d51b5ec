namespace Pulumi;

public static partial class Output
{
    public static Output<(T1, T2)> Tuple<T1, T2>(Output<T1> item1, Output<T2> item2)
    {
        return new(JoinAsync());

        async Task<OutputData<(T1, T2)>> JoinAsync()
        {
            var marks = new OutputMarks();
            var value1 = marks.Take(await item1.DataTask.ConfigureAwait(false));
            var value2 = marks.Take(await item2.DataTask.ConfigureAwait(false));
            return marks.Mark((value1, value2));
        }
    }

    public static Output<(T1, T2, T3)> Tuple<T1, T2, T3>(Output<T1> item1, Output<T2> item2, Output<T3> item3)
    {
        return new(JoinAsync());

        async Task<OutputData<(T1, T2, T3)>> JoinAsync()
        {
            var marks = new OutputMarks();
            var value1 = marks.Take(await item1.DataTask.ConfigureAwait(false));
            var value2 = marks.Take(await item2.DataTask.ConfigureAwait(false));
            var value3 = marks.Take(await item3.DataTask.ConfigureAwait(false));
            return marks.Mark((value1, value2, value3));
        }
    }

    public static Output<(T1, T2, T3, T4)> Tuple<T1, T2, T3, T4>(
        Output<T1> item1, Output<T2> item2, Output<T3> item3, Output<T4> item4)
    {
        return new(JoinAsync());

        async Task<OutputData<(T1, T2, T3, T4)>> JoinAsync()
        {
            var marks = new OutputMarks();
            var value1 = marks.Take(await item1.DataTask.ConfigureAwait(false));
            var value2 = marks.Take(await item2.DataTask.ConfigureAwait(false));
            var value3 = marks.Take(await item3.DataTask.ConfigureAwait(false));
            var value4 = marks.Take(await item4.DataTask.ConfigureAwait(false));
            return marks.Mark((value1, value2, value3, value4));
        }
    }

    public static Output<(T1, T2, T3, T4, T5)> Tuple<T1, T2, T3, T4, T5>(
        Output<T1> item1, Output<T2> item2, Output<T3> item3, Output<T4> item4, Output<T5> item5)
    {
        return new(JoinAsync());

        async Task<OutputData<(T1, T2, T3, T4, T5)>> JoinAsync()
        {
            var marks = new OutputMarks();
            var value1 = marks.Take(await item1.DataTask.ConfigureAwait(false));
            var value2 = marks.Take(await item2.DataTask.ConfigureAwait(false));
            var value3 = marks.Take(await item3.DataTask.ConfigureAwait(false));
            var value4 = marks.Take(await item4.DataTask.ConfigureAwait(false));
            var value5 = marks.Take(await item5.DataTask.ConfigureAwait(false));
            return marks.Mark((value1, value2, value3, value4, value5));
        }
    }

    public static Output<(T1, T2, T3, T4, T5, T6)> Tuple<T1, T2, T3, T4, T5, T6>(
        Output<T1> item1, Output<T2> item2, Output<T3> item3, Output<T4> item4, Output<T5> item5, Output<T6> item6)
    {
        return new(JoinAsync());

        async Task<OutputData<(T1, T2, T3, T4, T5, T6)>> JoinAsync()
        {
            var marks = new OutputMarks();
            var value1 = marks.Take(await item1.DataTask.ConfigureAwait(false));
            var value2 = marks.Take(await item2.DataTask.ConfigureAwait(false));
            var value3 = marks.Take(await item3.DataTask.ConfigureAwait(false));
            var value4 = marks.Take(await item4.DataTask.ConfigureAwait(false));
            var value5 = marks.Take(await item5.DataTask.ConfigureAwait(false));
            var value6 = marks.Take(await item6.DataTask.ConfigureAwait(false));
            return marks.Mark((value1, value2, value3, value4, value5, value6));
        }
    }

    public static Output<(T1, T2, T3, T4, T5, T6, T7)> Tuple<T1, T2, T3, T4, T5, T6, T7>(
        Output<T1> item1, Output<T2> item2, Output<T3> item3, Output<T4> item4, Output<T5> item5, Output<T6> item6, Output<T7> item7)
    {
        return new(JoinAsync());

        async Task<OutputData<(T1, T2, T3, T4, T5, T6, T7)>> JoinAsync()
        {
            var marks = new OutputMarks();
            var value1 = marks.Take(await item1.DataTask.ConfigureAwait(false));
            var value2 = marks.Take(await item2.DataTask.ConfigureAwait(false));
            var value3 = marks.Take(await item3.DataTask.ConfigureAwait(false));
            var value4 = marks.Take(await item4.DataTask.ConfigureAwait(false));
            var value5 = marks.Take(await item5.DataTask.ConfigureAwait(false));
            var value6 = marks.Take(await item6.DataTask.ConfigureAwait(false));
            var value7 = marks.Take(await item7.DataTask.ConfigureAwait(false));
            return marks.Mark((value1, value2, value3, value4, value5, value6, value7));
        }
    }

    public static Output<(T1, T2, T3, T4, T5, T6, T7, T8)> Tuple<T1, T2, T3, T4, T5, T6, T7, T8>(
        Output<T1> item1, Output<T2> item2, Output<T3> item3, Output<T4> item4,
        Output<T5> item5, Output<T6> item6, Output<T7> item7, Output<T8> item8)
    {
        return new(JoinAsync());

        async Task<OutputData<(T1, T2, T3, T4, T5, T6, T7, T8)>> JoinAsync()
        {
            var marks = new OutputMarks();
            var value1 = marks.Take(await item1.DataTask.ConfigureAwait(false));
            var value2 = marks.Take(await item2.DataTask.ConfigureAwait(false));
            var value3 = marks.Take(await item3.DataTask.ConfigureAwait(false));
            var value4 = marks.Take(await item4.DataTask.ConfigureAwait(false));
            var value5 = marks.Take(await item5.DataTask.ConfigureAwait(false));
            var value6 = marks.Take(await item6.DataTask.ConfigureAwait(false));
            var value7 = marks.Take(await item7.DataTask.ConfigureAwait(false));
            var value8 = marks.Take(await item8.DataTask.ConfigureAwait(false));
            return marks.Mark((value1, value2, value3, value4, value5, value6, value7, value8));
        }
    }
}
