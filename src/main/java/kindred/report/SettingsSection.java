package kindred.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import kindred.experiment.Json;
import kindred.experiment.Stage;
import kindred.experiment.StageDraft;
import kindred.experiment.StageSetting;

/** What a run was asked: what is special about it, and everything. */
final class SettingsSection {
  private SettingsSection() {}

  static Html html(Stage stage) {
    StageDraft draft = StageDraft.of(stage);
    JsonNode tree = Json.tree(stage);
    Map<String, String> special = new LinkedHashMap<>();
    Map<String, String> all = new LinkedHashMap<>();
    for (StageSetting setting : StageSetting.of(draft.kind())) {
      JsonNode value = StageDraft.at(tree, setting.path());
      String text = value.isMissingNode() || value.isNull() ? null : text(setting, value);
      if (draft.values().containsKey(setting.path())) {
        special.put(name(setting), text);
      }
      if (setting.applies(path -> StageDraft.text(StageDraft.at(tree, path)))) {
        all.put(name(setting), text == null ? setting.says().unset() : text);
      }
    }
    Html html = new Html().element("h3", "What differs from the defaults").line();
    html.add(Html.facts(special));
    return html.folded("All settings", Html.facts(all));
  }

  private static String name(StageSetting setting) {
    String group = setting.group();
    boolean told = group.isEmpty() || group.equals("Training");
    return told ? setting.says().label() : group + ": " + setting.says().label();
  }

  private static String text(StageSetting setting, JsonNode value) {
    String unit = setting.says().unit();
    return StageDraft.text(value) + (unit.isEmpty() ? "" : " " + unit);
  }
}
