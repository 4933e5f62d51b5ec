using EcsPlatform.Processing;
using static EcsPlatform.Tests.Processing.Pipelines;

namespace EcsPlatform.Tests.Processing;

public class EventPipelineArgsTests
{
    [Fact]
    public void All_defaults()
    {
        Args.Detours.ShouldBeEmpty();
        Args.AlarmTopicArns.ShouldBeNull();
        Args.Problems().ShouldBeEmpty();
        (Copy.Queue, Copy.Reads.Length, Copy.Writes.Length, Copy.Deletes.Length).ShouldBe((new EventQueueArgs(), 0, 0, 0));
        var events = new ObjectEvents { Bucket = "source", Consumers = ["copy"] };
        (events.Prefix, events.Suffix).ShouldBe(("", ""));
        events.Changes.ShouldBe([ObjectChange.Created, ObjectChange.Removed]);
        var place = new ObjectPlace("source");
        (place.Prefix, place.Suffix).ShouldBe(("", ""));
        new PipelineBucket("a", "b").KeyArn.ShouldBeNull();
    }

    [Fact]
    public void Every_problem_is_reported() =>
        (Args with
        {
            Functions =
            [
                Copy with { Function = Copy.Function with { MemoryMiB = 64 }, Queue = new EventQueueArgs { BatchSize = 20 } },
                Indexer with { Writes = [new ObjectPlace("relases", "html/")] },
                Indexer,
                Function("Index_All"),
            ],
            Events =
            [
                Items with { Bucket = "sources" },
                Items with { Consumers = [] },
                Items with { Prefix = "images/", Changes = [], Consumers = ["copi"] },
                Collections with { Consumers = ["copy", "copy"] },
            ],
            Detours = [new EventDetour("copy", "ark", "NEXT"), new EventDetour("copy", "index", "NEXT")],
            AlarmTopicArns = [],
        }).Problems().ShouldBe([
            "events.functions: 'Index_All'. Allowed: 1 to 40 lower-case letters, digits and inner hyphens. Choose a name that its resources can bear.",
            "events.functions: 'index' 2 times. Allowed: each name once. Rename one, or join them.",
            "events.detours: 2 steps before 'copy'. Allowed: one. Put the steps one before the other.",
            "events.events.sources/items/*.xml: bucket 'sources'. Allowed: releases, source. Did you mean 'source'?",
            "events.events.source/images/*.xml: function 'copi'. Allowed: Index_All, copy, index, index. Did you mean 'copy'?",
            "events.index: bucket 'relases'. Allowed: releases, source. Did you mean 'releases'?",
            "events.detours: function 'ark'. Allowed: Index_All, copy, index, index. Remove it.",
            "events.copy.memory: 64 MiB. Allowed: 128 to 10240 MiB. Give what the code needs.",
            "events.copy.queue.batchSize: 20 without a window. Allowed: 1 to 10, or a window. Give a window of 1 s or more.",
            "events.events.source/items/*.xml: no consumer. Allowed: one or more functions. Name who hears of it, or leave the events out.",
            "events.events.source/images/*.xml: no change. Allowed: Created, Removed, or both. Say of what the functions hear.",
            "events.events.releases/collections/*.json: 'copy' 2 times. Allowed: each consumer once. Leave the others out.",
            "events.alarmTopics: an empty list. Allowed: one or more topics. Name who hears of failures, or leave the list out.",
        ]);

    [Theory]
    [InlineData("items/", ".xml", "items/tei/", ".xml")]
    [InlineData("items/", "", "items/tei/", ".xml")]
    [InlineData("", ".xml", "items/", "")]
    [InlineData("items/", ".xml", "items/", "ei.xml")]
    public void Filters_that_one_key_can_match_are_found_with_both_named(string prefix, string suffix, string otherPrefix, string otherSuffix)
    {
        var one = Items with { Prefix = prefix, Suffix = suffix };
        var other = Items with { Prefix = otherPrefix, Suffix = otherSuffix, Consumers = ["index"] };
        (Args with { Events = [one, other] }).Problems().ShouldBe([
            $"events.events.{one}: overlaps {other}. Allowed: filters of a bucket of which no key matches two. Narrow a prefix or a suffix.",
        ]);
        (Args with { Events = [one, other with { Bucket = "releases" }] }).Problems().ShouldBeEmpty();
        (Args with { Events = [one with { Changes = [ObjectChange.Created] }, other with { Changes = [ObjectChange.Removed] }] }).Problems().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("items/", ".xml", "images/", ".xml")]
    [InlineData("items/", ".xml", "items/", ".json")]
    [InlineData("ui/", "", "cudl.ui", ".json5")]
    public void Filters_apart_are_fine(string prefix, string suffix, string otherPrefix, string otherSuffix) =>
        (Args with
        {
            Events = [Items with { Prefix = prefix, Suffix = suffix }, Items with { Prefix = otherPrefix, Suffix = otherSuffix, Consumers = ["index"] }],
        }).Problems().ShouldBeEmpty();

    [Fact]
    public void The_same_filter_twice_is_to_be_declared_once() =>
        (Args with { Events = [Items, Items with { Consumers = ["index"] }] }).Problems().ShouldBe([
            "events.events.source/items/*.xml: overlaps source/items/*.xml. Allowed: filters of a bucket of which no key matches two. " +
                "Declare it once, with all its consumers.",
        ]);

    [Fact]
    public void A_function_that_writes_where_it_listens_is_found()
    {
        (Args with { Functions = [Copy with { Writes = [new ObjectPlace("source", "items/data/")] }, Indexer] }).Problems().ShouldBe([
            "events.copy: writes where it listens: copy writes source/items/data/*, which leads by source/items/*.xml to copy. " +
                "Allowed: functions that do not call themselves again. Write elsewhere, or narrow the events' prefix or suffix.",
        ]);
        (Args with { Functions = [Copy with { Writes = [new ObjectPlace("source", "items/") { Suffix = ".json" }] }, Indexer] }).Problems().ShouldBeEmpty();
        (Args with { Functions = [Copy with { Writes = [new ObjectPlace("source", "html/")] }, Indexer] }).Problems().ShouldBeEmpty();
        (Args with
        {
            Functions = [Copy with { Writes = [new ObjectPlace("source", "items/")] }, Indexer],
            Events = [Items with { Changes = [ObjectChange.Removed] }],
        }).Problems().ShouldBeEmpty();
    }

    [Fact]
    public void A_loop_over_several_functions_is_told_once() =>
        (Args with
        {
            Functions = [Copy with { Writes = [new ObjectPlace("releases", "json/")] }, Indexer with { Writes = [new ObjectPlace("source", "items/")] }],
            Events = [Items, Collections with { Prefix = "json/", Consumers = ["index"] }],
        }).Problems().ShouldBe([
            "events.copy: writes where it listens: copy writes releases/json/*, which leads by releases/json/*.json to index, " +
                "which writes source/items/*, which leads by source/items/*.xml to copy. " +
                "Allowed: functions that do not call themselves again. Write elsewhere, or narrow the events' prefix or suffix.",
        ]);

    [Fact]
    public void A_step_that_the_function_behind_it_calls_again_is_a_loop() =>
        (Args with
        {
            Functions = [Copy with { Writes = [new ObjectPlace("source", "items/")] }, Indexer],
            Events = [Items],
            Detours = [new EventDetour("copy", "index", "NEXT")],
        }).Problems().ShouldBe([
            "events.copy: writes where it listens: copy writes source/items/*, which leads by source/items/*.xml to index, which sends on to copy. " +
                "Allowed: functions that do not call themselves again. Write elsewhere, or narrow the events' prefix or suffix.",
        ]);

    [Fact]
    public void Steps_in_a_circle_are_a_loop() =>
        (Args with
        {
            Functions = [Copy, Indexer, Function("ark")],
            Detours = [new EventDetour("copy", "ark", "COPY_QUEUE_URL"), new EventDetour("ark", "copy", "ARK_QUEUE_URL")],
        }).Problems().ShouldBe([
            "events.ark: writes where it listens: ark sends on to copy, which sends on to ark. " +
                "Allowed: functions that do not call themselves again. Write elsewhere, or narrow the events' prefix or suffix.",
        ]);

    [Fact]
    public void A_step_s_variable_is_its_own()
    {
        var step = Function("ark");
        (Args with
        {
            Functions =
            [
                Copy, Indexer,
                step with { Function = step.Function with { Environment = step.Function.Environment.Add("NEXT_URL", "here") } },
            ],
            Detours = [new EventDetour("copy", "ark", "NEXT_URL"), new EventDetour("index", "ark", "2")],
        }).Problems().ShouldBe([
            "events.ark.queueVariable: '2'. Allowed: a letter, then one or more letters, digits and underscores. Rename the variable.",
            "events.ark.queueVariable: 'NEXT_URL', which is set twice. Allowed: a variable of its own for each queue. Rename one of the variables.",
        ]);
    }
}
