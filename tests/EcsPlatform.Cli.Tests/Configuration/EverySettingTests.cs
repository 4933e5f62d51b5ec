using EcsPlatform.Cli.Configuration;
using EcsPlatform.Stacks.Settings;

namespace EcsPlatform.Cli.Tests.Configuration;

/// <summary>The settings of several stacks as one list.</summary>
public class EverySettingTests
{
    private static readonly Setting Size = new("size", SettingKind.WholeNumber, "Its size") { Default = "1" };

    private static readonly Setting Place = new("place", SettingKind.Fields, "Where it is") { Required = true, Fields = [Size] };

    [Fact]
    public void A_setting_of_one_stack_may_be_left_out_of_the_others()
    {
        var all = EverySetting.Of([[Place], [Size]]);
        all.Select(setting => (setting.Name, setting.Required)).ShouldBe([("place", false), ("size", false)]);
        EverySetting.Of([[Place], [Place]]).Single().Required.ShouldBeTrue();
    }

    [Fact]
    public void Fields_of_an_object_are_put_together_as_well()
    {
        var other = Place with { Fields = [Size with { Name = "other", Required = true }] };
        EverySetting.Of([[Place], [other]]).Single().Fields.Select(field => (field.Name, field.Required)).ShouldBe([("other", false), ("size", false)]);
        EverySetting.Of([[other], []]).Single().Fields.Single().Required.ShouldBeTrue();
    }

    [Fact]
    public void A_default_that_differs_is_none()
    {
        var setting = EverySetting.Of([[Size], [Size with { Default = "2" }]]).Single();
        (setting.Default, setting.Otherwise).ShouldBe((null, "differs between stacks"));
        EverySetting.Of([[Size with { Otherwise = "enough" }], [Size with { Default = "2", Otherwise = "enough" }]]).Single().Otherwise.ShouldBe("enough");
        EverySetting.Of([[Size], [Size]]).Single().Default.ShouldBe("1");
    }
}
